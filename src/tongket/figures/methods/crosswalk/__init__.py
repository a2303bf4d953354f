"""Facts of one administrative map told on another, with the basis stated and every total kept."""
