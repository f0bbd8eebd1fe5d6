"""How the people room speaks upward: one signal.

Sent inside the transaction in which somebody's birth date became known, changed or was forgotten, with `person_id`
and `corrected` (whether another was known before), and never with the date: whoever decides by age asks
`people.domain.ages` again.
"""

from django.dispatch import Signal

age_changed = Signal()
