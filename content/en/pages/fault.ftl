# What is said where something cannot be shown or done.

fault-questions = Go on with the questions
fault-start = Go to the start
fault-law = Look at the law
fault-council = Find a council
fault-not-found = We cannot find that page
fault-not-found-why = The address may have a slip in it, or the page may have moved. Nothing you told us is lost.
fault-elsewhere = That came from another site
fault-elsewhere-why = To keep you safe, we only take answers that are sent from our own pages. Please go back and try again.
fault-method = That page cannot be used this way
fault-method-why = Please go back to the page you came from and try again.
fault-slow = That took too long
fault-slow-why = Sorry. The page did not come in time. Nothing you told us is lost. Please try again.
fault-often = That was too often
fault-often-why = Many requests came from your network in a short time. Wait a few minutes, then try again. Nothing you sent before is lost.
fault-long = That is too long for us to read
fault-long-why = Please go back and send a shorter answer.
fault-unread = We could not read that
fault-unread-why = Something in the request was not what we expected. Please go back and try again.
fault-ours = Sorry, something went wrong here
fault-ours-why = This is our fault, not yours. Your answers are still in your browser. Please try again in a minute.
fault-kept = We cannot keep that
fault-kept-why = Something you sent is too long or was sent before. Please go back, open the page again, and send less.
fault-store = We cannot keep anything just now
fault-store-why = What you sent is not kept yet. Please go back and send it again in a minute. The public pages go on.
fault-role = This is not yours to do
fault-role-why = Your role does not cover this page. Whoever looks after accounts at your council can change that.
