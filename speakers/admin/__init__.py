"""Comms' and supporters' screens. Each view asks the role itself; the wall in `home.access` asks before.

View names, for the wall's list:

Comms: speakers_requests:index, :new, :view, :edit, :shortlist, :invite, :act, :booking, :wall ·
speakers_people:index · speakers_venue_modeladmin_index, _create, _edit, _delete ·
speakers_outlet_modeladmin_index, _create, _edit, _delete.

Supporter: speakers_people:index, :new, :edit, :ask, :list_page, :status (their own caseload only).
"""
