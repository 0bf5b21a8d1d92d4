// SPDX-License-Identifier: EUPL-1.2
#include "find/certainty.hpp"

#include <array>

namespace report {

double certainty_of(double score, double shown, double removed) {
  // Certainty against score, straight lines between.
  struct Point {
    double score, certainty;
  };
  const std::array<Point, 7> points{{{shown - 1.4, 0.0},
                                     {shown, 0.2},
                                     {removed, 0.5},
                                     {removed + 1, 0.65},
                                     {removed + 2, 0.8},
                                     {removed + 4, 0.95},
                                     {removed + 8, 0.99}}};
  if (score <= points.front().score) return points.front().certainty;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point& low = points.at(i - 1);
    const Point& high = points.at(i);
    if (score <= high.score)
      return low.certainty +
             (high.certainty - low.certainty) * (score - low.score) / (high.score - low.score);
  }
  return points.back().certainty;
}

}  // namespace report
