"""The paper twin: all of an author's journey for somebody without internet, phone or e-mail.

    printed = make_pack(person, page=None, by=user)          # `page=None`: they have told nothing yet
    printed = make_blank_packs(8, language="en", by=user)    # for a table: nobody's until a name is given
    printed.pdf      bytes: one tagged PDF/UA-1, however many packs
    printed.packs    the `PaperPack` rows, one for each pack, in the order of the paper

Both live in `storybank.paper_twin.making`. `make_pack` asks what is to be asked now (changes, choices, the second yes,
what ends soon), `make_blank_packs` only for a story. Options: `no_outside_name=True` prints no charity's name on the
outer page; `code16="1234 …"` adds the card that was made in this moment. A page bears the pack's code and its QR and
page k of n: no name, no number of a person, no title. Raises `CannotPrint` with a sentence for staff.
"""
