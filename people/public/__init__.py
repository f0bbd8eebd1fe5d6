"""What this room shows to everybody."""
