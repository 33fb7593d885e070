// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace planparse {

/// Jobs done by several threads, their results taken in the order of the jobs.
///
/// Shape:  `next` is called by the calling thread only, `work` by all threads at once, `take` by one thread at a time.
///         A result is taken as soon as it and all before it are there, also while `next` waits for more input.
///         What waits is bounded: by number, and by the weight (bytes) that `Job::weight` and `Result::weight` tell.
///         The job whose turn it is always runs, however heavy the others are.
/// Errors: what `next`, `work` or `take` throw leaves run(); nothing is taken after it. With `work` that is a mistake
///         of the caller: results should hold their own errors.
template <class Job, class Result>
class OrderedJobs {
 public:
  using Next = std::function<std::optional<Job>()>;
  using Work = std::function<Result(Job&)>;
  using Take = std::function<bool(Result&)>;  ///< false where no more results are wanted

  OrderedJobs(Next next, Work work, Take take)
      : next_(std::move(next)), work_(std::move(work)), take_(std::move(take)) {}

  void run(std::size_t threads) {
    if (threads <= 1) {
      while (std::optional<Job> job = next_()) {
        Result result = work_(*job);
        job.reset();
        if (!take_(result)) return;
      }
      return;
    }
    std::vector<std::thread> pool;
    pool.reserve(threads + 1);
    for (std::size_t i = 0; i < threads; ++i) pool.emplace_back([this] { guard([this] { do_jobs(); }); });
    pool.emplace_back([this] { guard([this] { take_results(); }); });
    guard([this] { read_jobs(); });
    {
      const std::lock_guard lock(mutex_);
      is_complete_ = true;
    }
    wake_all();
    for (std::thread& thread : pool) thread.join();
    if (error_) std::rethrow_exception(error_);
  }

 private:
  static constexpr std::size_t kWindow = 512;                   // jobs in flight
  static constexpr std::size_t kWeight = std::size_t{8} << 20;  // bytes that wait on either side

  struct Slot {
    std::optional<Job> job;
    std::optional<Result> result;
  };

  template <class Part>
  void guard(const Part& part) {
    try {
      part();
    } catch (...) {
      {
        const std::lock_guard lock(mutex_);
        if (!error_) error_ = std::current_exception();
        is_stopped_ = true;
      }
      wake_all();
    }
  }

  void wake_all() {
    has_room_.notify_all();
    has_job_.notify_all();
    has_result_.notify_all();
  }

  void read_jobs() {
    for (;;) {
      {
        std::unique_lock lock(mutex_);
        has_room_.wait(lock, [this] {
          return is_stopped_ || (slots_.size() < kWindow && (waiting_ < kWeight || begun_ == slots_.size()));
        });
        if (is_stopped_) return;
      }
      std::optional<Job> job = next_();
      if (!job) return;
      {
        const std::lock_guard lock(mutex_);
        waiting_ += job->weight();
        slots_.push_back({std::move(job), {}});
      }
      has_job_.notify_one();
    }
  }

  void do_jobs() {
    std::unique_lock lock(mutex_);
    for (;;) {
      has_job_.wait(lock, [this] {
        if (is_stopped_) return true;
        if (begun_ == slots_.size()) return is_complete_;
        return held_ < kWeight || begun_ == 0;
      });
      if (is_stopped_ || begun_ == slots_.size()) return;
      Slot& slot = slots_[begun_++];  // stays where it is: a deque grows and shrinks at its ends
      waiting_ -= slot.job->weight();
      lock.unlock();
      has_room_.notify_one();
      Result result = work_(*slot.job);
      slot.job.reset();
      lock.lock();
      held_ += result.weight();
      slot.result = std::move(result);
      if (&slot == &slots_.front()) has_result_.notify_one();
    }
  }

  void take_results() {
    std::unique_lock lock(mutex_);
    for (;;) {
      has_result_.wait(
          lock, [this] { return is_stopped_ || (slots_.empty() ? is_complete_ : slots_.front().result.has_value()); });
      if (is_stopped_ || slots_.empty()) return;
      Result result = std::move(*slots_.front().result);
      slots_.pop_front();
      --begun_;
      held_ -= result.weight();
      lock.unlock();
      has_room_.notify_one();
      has_job_.notify_all();
      const bool wants_more = take_(result);
      lock.lock();
      if (!wants_more) {
        is_stopped_ = true;
        lock.unlock();
        wake_all();
        return;
      }
    }
  }

  Next next_;
  Work work_;
  Take take_;
  std::mutex mutex_;
  std::condition_variable has_room_;
  std::condition_variable has_job_;
  std::condition_variable has_result_;
  std::deque<Slot> slots_;    // jobs whose results are not taken yet, in order
  std::size_t begun_ = 0;     // how many of slots_ a thread has begun
  std::size_t waiting_ = 0;   // weight of jobs not begun
  std::size_t held_ = 0;      // weight of results not taken
  bool is_complete_ = false;  // no more jobs come
  bool is_stopped_ = false;
  std::exception_ptr error_;
};

}  // namespace planparse
