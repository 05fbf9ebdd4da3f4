"""Python's calendar as a second opinion: reads questions as JSON, answers as JSON."""

import calendar
import datetime
import json
import sys

from dateutil.relativedelta import relativedelta

EPOCH = datetime.date(1970, 1, 1).toordinal()


def answer(question):
    start = datetime.date.fromordinal(EPOCH + question["day"])
    end = start + datetime.timedelta(days=question["length"])
    between = relativedelta(end, start)
    months = relativedelta(years=between.years, months=between.months)
    return {
        "text": start.isoformat(),
        "ordinal": datetime.date(start.year, start.month, start.day).toordinal() - EPOCH,
        "isLeap": calendar.isleap(start.year),
        "daysInMonth": calendar.monthrange(start.year, start.month)[1],
        "monthsOn": (start + relativedelta(months=question["months"])).isoformat(),
        "yearsOn": (start + relativedelta(years=question["years"])).isoformat(),
        "between": [between.years, between.months, between.days],
        "wholeMonthsOn": (start + months).isoformat(),
    }


json.dump([answer(question) for question in json.load(sys.stdin)], sys.stdout)
