"""Form 8A, case review of a young person: 49 indicators, numbered as on paper and in our own words.

The young person answers. Economic stability is asked of those who live independently with support, or lead a supported
household of children; for the others it does not apply.
"""

from reintegration_benchmarks.benchmarks.indicator import Indicator
from supervisor_tui.wording import _

INDICATORS_8A = (
    Indicator(
        "1.1",
        _("The way to school or training and back is safe"),
        _("While this is 0 the case stays open."),
    ),
    Indicator("1.2", _("Enrolment is proven"), _("For example a receipt.")),
    Indicator(
        "1.3",
        _("The report card shows attendance and progress"),
        _("At most 5 days missed in a month. The teachers confirm it."),
    ),
    Indicator("1.4", _("Uniform, shoes, books and the like are there")),
    Indicator("1.5", _("The young person is content with own results")),
    Indicator("1.6", _("The young person says that learning is a pleasure")),
    Indicator(
        "1.7",
        _("Toilets and washing places there suit young women"),
        _("Ask and look. For a young man score 1."),
    ),
    Indicator("2.1", _("The young person can get into class, toilet and the grounds")),
    Indicator("2.2", _("The teacher knows what this young person needs")),
    Indicator("2.3", _("Teaching includes this young person")),
    Indicator("2.4", _("No stigma keeps the young person away")),
    Indicator(
        "3.1",
        _("Suffers and sees no violence or exploitation"),
        _("At home, school, in the community, online. If there is violence, start the reporting procedure at once."),
    ),
    Indicator("3.2", _("Can say how to report violence and what to do")),
    Indicator("3.3", _("Explains how to handle stress without violence")),
    Indicator("3.4", _("Can say how to keep safe")),
    Indicator("3.5", _("Tells of no violent discipline")),
    Indicator("3.6", _("Where violence happened, papers show that help was reached and worked")),
    Indicator("4.1", _("Gives examples of solving problems well")),
    Indicator("4.2", _("Solved own difficulties"), _("In the last 3 months.")),
    Indicator("4.3", _("Is mostly in good spirits")),
    Indicator("4.4", _("Speaks of plans and hopes")),
    Indicator("4.5", _("No sign of depression"), _("Lasting deep sadness, no interest, another appetite.")),
    Indicator("5.1", _("Knows where to find support")),
    Indicator("5.2", _("When support was needed, got to it")),
    Indicator("5.3", _("Plan and referral papers confirm that it worked")),
    Indicator("5.4", _("Has a national identity card"), _("Where the age asks for one.")),
    Indicator("5.5", _("Has a birth certificate")),
    Indicator("6.1", _("Joined something in the community"), _("In the last 3 months.")),
    Indicator("6.2", _("Takes part in everyday life of the community")),
    Indicator("6.3", _("Belongs to a group")),
    Indicator("6.4", _("Names people who stand by")),
    Indicator("7.1", _("Eats two balanced meals a day or more")),
    Indicator("8.1", _("Understands how body and feelings change in these years")),
    Indicator("8.2", _("If development is behind, services were reached")),
    Indicator("9.1", _("Referrals for treatment are finished and helped")),
    Indicator("9.2", _("Knows the own treatment"), _("With a lasting illness or disability.")),
    Indicator("10.1", _("Feels known by the mentor")),
    Indicator("10.2", _("Likes the time with the mentor")),
    Indicator("11.1", _("Was cared for when ill")),
    Indicator("11.2", _("Turns to the mentor for comfort")),
    Indicator("11.3", _("Knows the rules")),
    Indicator("11.4", _("Feels that the rules hold always")),
    Indicator(
        "12.1",
        _("There is a steady income, or means to earn one"),
        _("Does not apply below 18 years."),
    ),
    Indicator("12.2", _("Saves regularly"), _("For example in a savings group.")),
    Indicator("12.3", _("Planned expenses were met, with examples"), _("In the last 3 months.")),
    Indicator("12.4", _("Emergencies were paid for, with examples"), _("In the last 3 months.")),
    Indicator("12.5", _("All medical costs that arose were paid"), _("In the last 3 months.")),
    Indicator("12.6", _("Explains a plan for emergencies")),
    Indicator("12.7", _("Explains a plan for regular costs")),
)
