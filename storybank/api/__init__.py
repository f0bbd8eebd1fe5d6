"""The stories as other programs may read them: the same readings as the pages, through the same gate, as JSON."""
