// SPDX-License-Identifier: MIT
#include <string>

#include "review/amounts.hpp"
#include "review/notice.hpp"

namespace libparse::review {
void review_targets(Notice& notice) {
  const Decimal whole = Decimal::of(100);
  for (const Task& task : notice.list.tasks) {
    for (const Target& target : task.targets) {
      const bool above = exceeds(target.value, whole) || (target.max && exceeds(*target.max, whole));
      if (!above || target.unit != "%" || target.direction != Direction::none) continue;
      const auto share = notice.words.bounded_share.suffix(target.indicator);
      if (share && share.value == "share") {
        notice.report(kShareOver100, target.span,
                      "'" + target.indicator + "' is a share, but '" + target.text + "' is above 100%", task.id);
      }
    }
  }
}

}  // namespace libparse::review
