"""Readers' pages are put together from finished pieces. A piece is kept under all that it was made from, so nothing
here decides what may be shown: the gate does, in each request, and only what it returned is asked for."""
