"""The author's own pages under /my/stories/: write, share, look at changes, choose, stop. Never inside the admin."""
