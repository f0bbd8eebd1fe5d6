"""The finder: which story may be used for what, now; the answers that give nobody away; who asked, and by when."""
