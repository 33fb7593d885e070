// SPDX-License-Identifier: MIT
#include "libparse/decimal.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <limits>
#include <random>

using libparse::Decimal;

namespace {

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();

}  // namespace

TEST_CASE("equal numbers compare equal however they are written") {
  CHECK(Decimal::of(50, 2) == Decimal::of(5, 1));
  CHECK(Decimal::of(5, -4) == Decimal::of(50000));
  CHECK(Decimal::of(0, 7) == Decimal{});
  CHECK(Decimal::of(-1500, 3) == Decimal::of(-15, 1));
}

TEST_CASE("a number is read as it is written in a notice") {
  struct Case {
    const char* text;
    Decimal number;
  };
  for (const Case& c : {Case{"12", {12, 0}},
                        {"0.35", {35, 2}},
                        {"1,200", {1200, 0}},
                        {"1,234,567.50", {12345675, 1}},
                        {"007", {7, 0}},
                        {"-1.5", {-15, 1}},
                        {"+3", {3, 0}},
                        {"-0", {0, 0}},
                        {"100", {100, 0}},
                        {"9223372036854775807", {kMax, 0}},
                        {"-9223372036854775808", {kMin, 0}},
                        {"1.000000000000000000000000000000", {1, 0}}}) {
    CAPTURE(c.text);
    Decimal number;
    CHECK(Decimal::parse(c.text, number));
    CHECK(number == c.number);
  }
}

TEST_CASE("text that is no number, or too large, is refused and leaves the value alone") {
  for (const char* text : {"", "-", ".5", "5.", "1.2.3", "1,20", ",200", "1,,200", "12,3456", "1,200,", "1 000", "1e3",
                           "0x10", "abc", "9223372036854775808", "1.23456789012345678901"}) {
    CAPTURE(text);
    Decimal number{42, 0};
    CHECK_FALSE(Decimal::parse(text, number));
    CHECK(number == Decimal{42, 0});
  }
}

TEST_CASE("shifting multiplies by powers of ten without loss") {
  CHECK(Decimal::of(5).shifted(4) == Decimal::of(50000));
  CHECK(Decimal::of(125, 2).shifted(4) == Decimal::of(12500));
  CHECK(Decimal::of(7).shifted(-2) == Decimal::of(7, 2));
  CHECK(Decimal::of(1).shifted(30).shifted(-30) == Decimal::of(1));
  CHECK(Decimal::of(1).shifted(30) == Decimal::of(10).shifted(29));
  CHECK(Decimal::of(kMin).shifted(1).to_string() == "-92233720368547758080");
}

TEST_CASE("numbers are written out in plain digits") {
  CHECK(Decimal::of(50000).to_string() == "50000");
  CHECK(Decimal::of(5, 2).to_string() == "0.05");
  CHECK(Decimal::of(-15, 1).to_string() == "-1.5");
  CHECK(Decimal::of(-5, 3).to_string() == "-0.005");
  CHECK(Decimal::of(12345, 4).to_string() == "1.2345");
  CHECK(Decimal::of(1).shifted(20).to_string() == "100000000000000000000");
  CHECK(Decimal{0, -3}.to_string() == "0");
}

TEST_CASE("the nearest double of a decimal is the one that its digits give") {
  CHECK(Decimal::of(35, 2).to_double() == 0.35);
  CHECK(Decimal::of(-1, 1).to_double() == -0.1);
  CHECK(Decimal::of(kMax).to_double() == 9223372036854775807.0);
}

TEST_CASE("numbers are ordered by value, to the last digit") {
  CHECK(Decimal::of(9, 1) < Decimal::of(1));
  CHECK(Decimal::of(105, 1) > Decimal::of(10));
  CHECK(Decimal::of(kMax) > Decimal::of(kMax - 1));  // equal as binary floating-point numbers
  CHECK(Decimal::of(-2) < Decimal::of(-15, 1));
  CHECK(Decimal::of(-1) < Decimal{});
  CHECK(Decimal::of(5, 2) > Decimal{});
  CHECK(Decimal::of(50, 1) <= Decimal::of(5));
}

TEST_CASE("random numbers are read, written, ordered and rounded as their digits say") {
  std::mt19937_64 random(20251126);
  const auto any = [&] {
    const std::int64_t whole = static_cast<std::int64_t>(random() % 1'000'000'000) >> (random() % 30);
    const int places = static_cast<int>(random() % 7);
    std::string fraction;
    for (int i = 0; i < places; ++i) fraction.push_back(static_cast<char>('0' + random() % 10));
    return std::pair((random() % 2 == 0 ? "-" : "") + std::to_string(whole), fraction);
  };
  const auto millionths = [](const std::pair<std::string, std::string>& number) {
    return std::atoll((number.first + (number.second + "000000").substr(0, 6)).c_str());
  };
  for (int round = 0; round < 20000; ++round) {
    const auto a = any(), b = any();
    const auto text = [](const auto& number) {
      return number.first + (number.second.empty() ? "" : '.' + number.second);
    };
    Decimal x, y;
    REQUIRE(Decimal::parse(text(a), x));
    REQUIRE(Decimal::parse(text(b), y));
    CAPTURE(text(a));
    CAPTURE(text(b));
    REQUIRE((x <=> y) == (millionths(a) <=> millionths(b)));
    REQUIRE((x == y) == (millionths(a) == millionths(b)));
    std::string written = text(a);
    if (!a.second.empty()) {
      written.erase(written.find_last_not_of('0') + 1);
      if (written.ends_with('.')) written.pop_back();
    }
    REQUIRE(x.to_string() == (written == "-0" ? "0" : written));
    REQUIRE(x.to_double() == std::strtod(text(a).c_str(), nullptr));
    Decimal again;
    REQUIRE(Decimal::parse(x.to_string(), again));
    REQUIRE(again == x);
  }
}
