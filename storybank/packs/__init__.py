"""What leaves the house on somebody's own paper: packs, cards to be read aloud, newsletters. Each is one outing."""
