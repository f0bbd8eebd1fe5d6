"""What readers meet: the list, a story, the feed and the picture for links. All of it through the gate, every time."""
