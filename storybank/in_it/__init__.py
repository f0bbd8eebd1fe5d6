"""The pages of somebody who is in a story without having written it, and the author's yes to showing them a part."""
