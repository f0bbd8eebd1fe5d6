"""Filters that every room's templates may use."""
