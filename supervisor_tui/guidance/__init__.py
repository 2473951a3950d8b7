"""What a guidance set may contribute, and the host that runs it safely."""
