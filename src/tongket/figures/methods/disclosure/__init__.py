"""Statistical disclosure control: which cells would tell on a reporter, and which others hide them."""
