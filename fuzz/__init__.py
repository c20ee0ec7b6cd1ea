"""Random inputs, led by the code that they reach: `make fuzz`. A harness is a function that takes bytes and raises."""
