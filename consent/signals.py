"""How the consent room speaks upward: one signal.

Sent inside the transaction of the change with `file_id`, `use` (slug, or "" for all) and `at`.
A receiver may only write a to-do row, in a savepoint of its own, and act after commit: nothing may refuse a stop.
"""

from django.dispatch import Signal

consent_changed = Signal()
