"""The person's side: what can be done with a phone, and the page that shows it."""
