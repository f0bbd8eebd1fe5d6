"""From everyone's yes to a clearance: who is needed, what was granted, the frame of every change."""
