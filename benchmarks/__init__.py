"""What is timed, never in the test run: ratios within one run, on texts made here."""
