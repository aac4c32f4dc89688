# A child has just come: before the five questions, and after them.

arrived-title = A child has just come to live with you
arrived-tab = Start here
arrived-lead = Or you have just been asked to take one. Take a breath. You can ask questions before you say yes.
arrived-five = Five short questions, about two minutes. “I don’t know” is a good answer to any of them. No names. Nobody is told.
arrived-start = Start the five questions
arrived-skip = Skip them, and see what to do now
arrived-danger = If you or the child are in danger now, phone { $phone }.
