"""Staff screens of the consent room."""
