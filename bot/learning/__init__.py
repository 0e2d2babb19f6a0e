"""What is learned and when: item types, grading, recall, choosing, progress, reminders. Pure."""
