"""Many documents: the processes of one machine, or the machines of a Dask cluster."""
