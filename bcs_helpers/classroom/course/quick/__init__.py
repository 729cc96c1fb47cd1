"""What each chapter asks in passing: predictions, concepts, estimates, the steps of derivations."""
