"""Whoever may be harmed: who is in it, the young, the law's silence, holds, safety checks, concerns, complaints."""
