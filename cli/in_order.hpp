// SPDX-License-Identifier: EUPL-1.2
// Workers whose results come out in the order in which their tasks went in.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace report {

/// Takes tasks from `next` (one thread at a time), does them with `work` on `jobs` threads, and
/// hands the results to `write` in order, on the calling thread. At most 4 * jobs tasks are under
/// way or waiting to be written. The first exception ends the run and is thrown on.
template <typename Task, typename Result>
class InOrder {
 public:
  InOrder(std::function<std::optional<Task>()> next, std::function<Result(Task)> work,
          std::function<void(Result)> write)
      : next_(std::move(next)), work_(std::move(work)), write_(std::move(write)) {}

  void run(unsigned jobs) {
    if (jobs <= 1) {
      while (auto task = next_()) write_(work_(std::move(*task)));
      return;
    }
    most_under_way_ = 4 * static_cast<std::size_t>(jobs);
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < jobs; ++i) workers.emplace_back([this] { do_tasks(); });
    write_all(jobs);
    workers.clear();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  std::optional<std::pair<std::size_t, Task>> take() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return ended_ || taken_ - written_ < most_under_way_; });
    if (ended_) return std::nullopt;
    auto task = next_();
    if (!task) {
      ended_ = true;
      room_.notify_all();
      return std::nullopt;
    }
    return std::pair{taken_++, std::move(*task)};
  }

  void do_tasks() {
    try {
      while (auto task = take()) {
        Result result = work_(std::move(task->second));
        const std::lock_guard lock(mutex_);
        done_.emplace(task->first, std::move(result));
        ready_.notify_one();
      }
    } catch (...) {
      fail();
    }
    const std::lock_guard lock(mutex_);
    ++finished_;
    ready_.notify_one();
  }

  void write_all(unsigned jobs) {
    std::unique_lock lock(mutex_);
    for (;;) {
      ready_.wait(lock, [&] { return done_.contains(written_) || finished_ == jobs; });
      const auto found = done_.find(written_);
      if (found == done_.end() || failure_) {
        if (finished_ == jobs) return;
        ready_.wait(lock, [&] { return finished_ == jobs; });
        return;
      }
      Result result = std::move(found->second);
      done_.erase(found);
      lock.unlock();
      try {
        write_(std::move(result));
      } catch (...) {
        fail();
      }
      lock.lock();
      ++written_;
      room_.notify_all();
    }
  }

  void fail() {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    ended_ = true;
    room_.notify_all();
  }

  std::function<std::optional<Task>()> next_;
  std::function<Result(Task)> work_;
  std::function<void(Result)> write_;
  std::size_t most_under_way_ = 0;
  std::mutex mutex_;
  std::condition_variable room_, ready_;
  std::map<std::size_t, Result> done_;
  std::size_t taken_ = 0, written_ = 0;
  unsigned finished_ = 0;
  bool ended_ = false;
  std::exception_ptr failure_;
};

}  // namespace report
