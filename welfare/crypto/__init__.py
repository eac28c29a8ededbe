"""Keys and sealed values: root key > register key > data key > field key (AES-256-GCM)."""
