"""Tables in and out: spreadsheets, CSV and Parquet. The one home of pandas."""
