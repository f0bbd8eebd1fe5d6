"""Thanks: a voucher or money for being asked, said before the ask, the same for a yes and a no."""
