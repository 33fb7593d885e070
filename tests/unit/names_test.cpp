// SPDX-License-Identifier: MIT
#include "libparse/names.hpp"

#include <doctest/doctest.h>

using namespace libparse;

namespace {

// `last` is the last enumerator: the table must be as long as the enumeration.
template <typename Enum>
void check_words(Enum last) {
  CHECK(kNames<Enum>.size() == static_cast<std::size_t>(last) + 1);
  for (std::size_t i = 0; i < kNames<Enum>.size(); ++i) {
    const auto value = static_cast<Enum>(i);
    const std::string_view word = name_of(value);
    CAPTURE(word);
    if (word.empty()) {
      CHECK(i == 0);  // only `none` has no word
    } else {
      CHECK(find_named<Enum>(word) == value);
    }
  }
}

}  // namespace

TEST_CASE("each enumerator has a word of its own and is found by it") {
  check_words(Level::town);
  check_words(LabelForm::circled);
  check_words(TaskKind::safeguard);
  check_words(Role::implement);
  check_words(TimeType::external);
  check_words(Comparator::range);
  check_words(Direction::down);
  check_words(Severity::error);
}

TEST_CASE("an unknown or empty word finds no enumerator") {
  CHECK_FALSE(find_named<Role>("boss").has_value());
  CHECK_FALSE(find_named<Role>("Lead").has_value());
  CHECK_FALSE(find_named<Level>("").has_value());
}
