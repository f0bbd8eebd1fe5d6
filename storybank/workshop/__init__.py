"""Evenings with several people: invited at a table, packs and cards in one paper, and pieces that a group writes."""
