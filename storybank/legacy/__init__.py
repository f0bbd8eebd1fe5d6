"""Stories and people from a spreadsheet of the years before: brought in dark, asked about afresh."""
