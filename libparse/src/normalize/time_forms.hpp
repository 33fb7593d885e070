// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libparse/task_list.hpp"

namespace libparse::normalize {

/// The days of a time as an interval of ISO 8601-2:2019 level 1 (EDTF): `../2020-12-31` for a deadline,
/// `2020-08-01/2022-12-31` for a period, `2020-05-01/..` for a start. An open end is `..`. Empty where no day is known.
[[nodiscard]] std::string edtf_of(const Time& time);

/// The recurrence of a time as a rule of RFC 5545, 3.3.10, without the property name: `FREQ=MONTHLY;BYMONTHDAY=8`.
/// Empty where it does not recur.
///
/// A day that not every month has counts as the last one that the month has. How often within one turn (`count`) has no
/// place in a rule. A recurrence that ends says so with UNTIL.
[[nodiscard]] std::string rrule_of(const Time& time);

}  // namespace libparse::normalize
