"""The public face beside the stories themselves: front page, search, help, the map for machines, health."""
