"""The second pair of eyes from outside: one page behind a one-use link, without a sign-in."""
