"""What several test modules share: sites on loopback, networks without any, values, readable summaries."""
