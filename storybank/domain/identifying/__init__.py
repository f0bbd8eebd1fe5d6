"""Words by which somebody could be found: pointed out to a human who decides, never cut."""
