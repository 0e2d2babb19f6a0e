"""An entry as a learner would meet it, before it is published: played with a made-up learner, who leaves no record."""
