// SPDX-License-Identifier: MIT
#include "planparse/ordered_jobs.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>

namespace {

struct Number {
  int value = 0;
  std::size_t heavy = 1;
  [[nodiscard]] std::size_t weight() const { return heavy; }
};
using Jobs = planparse::OrderedJobs<Number, Number>;

}  // namespace

TEST_CASE("results come in the order of the jobs, for any number of threads") {
  for (const std::size_t threads : {1U, 2U, 8U}) {
    int made = 0;
    std::vector<int> taken;
    Jobs jobs([&] { return made < 2000 ? std::optional<Number>(Number{made++}) : std::nullopt; },
              [](Number& job) {
                if (job.value % 97 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
                return Number{job.value * 2};
              },
              [&](Number& result) {
                taken.push_back(result.value);
                return true;
              });
    jobs.run(threads);
    REQUIRE(taken.size() == 2000);
    for (int i = 0; i < 2000; ++i) CHECK(taken[static_cast<std::size_t>(i)] == 2 * i);
  }
}

TEST_CASE("a result is taken while the next job is still waited for") {
  std::atomic<bool> is_answered = false;
  int made = 0;
  Jobs jobs(
      [&]() -> std::optional<Number> {
        if (made == 2) return std::nullopt;
        while (made == 1 && !is_answered) std::this_thread::yield();  // as a caller who waits for the answer
        return Number{made++};
      },
      [](Number& job) { return job; },
      [&](Number&) {
        is_answered = true;
        return true;
      });
  jobs.run(2);
  CHECK(made == 2);
}

TEST_CASE("jobs in flight are bounded by number and by weight") {
  for (const std::size_t weight : {std::size_t{1}, std::size_t{5} << 20}) {
    std::atomic<int> in_flight = 0;
    int most = 0;
    int made = 0;
    Jobs jobs(
        [&]() -> std::optional<Number> {
          if (made == 3000) return std::nullopt;
          most = std::max(most, ++in_flight);
          return Number{made++, weight};
        },
        [](Number& job) {
          if (job.value == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));  // all others wait for it
          return job;
        },
        [&](Number&) {
          --in_flight;
          return true;
        });
    jobs.run(4);
    CHECK(most <= (weight == 1 ? 514 : 12));
  }
}

TEST_CASE("nothing more is taken once nobody wants more, and errors leave run") {
  for (const std::size_t threads : {1U, 3U}) {
    int made = 0;
    int taken = 0;
    Jobs enough([&]() -> std::optional<Number> { return Number{made++}; }, [](Number& job) { return job; },
                [&](Number&) { return ++taken < 5; });
    enough.run(threads);
    CHECK(taken == 5);
    Jobs broken([&]() -> std::optional<Number> { return Number{made++}; }, [](Number& job) { return job; },
                [&](Number&) -> bool { throw std::runtime_error("disk full"); });
    CHECK_THROWS_WITH(broken.run(threads), "disk full");
  }
}
