"""What people may do with a choice: ask, answer, narrow, renew, let rest; what staff may end, and decide."""
