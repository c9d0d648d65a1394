"""The sentences, one file per part of the site. `es` is written for people, not word by word."""
