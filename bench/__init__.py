"""What Tongket's work costs, beside the same work written plainly for other tools."""
