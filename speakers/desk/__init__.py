"""The pages for one person: a speaker's own, and the ones that a link opens."""
