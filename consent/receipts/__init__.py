"""A copy in the forms a person can take away: linked data, and paper."""
