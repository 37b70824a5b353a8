"""Plain frozen records that cross between the storage and the layers that use it."""
