// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include <doctest/doctest.h>

#include "route/accused.hpp"

using namespace report;

namespace {

const Rulebook& rules() {
  static const Rulebook rulebook = builtin_rulebook();
  return rulebook;
}

std::uint32_t kind(std::string_view id) {
  const auto& kinds = rules().route.kinds;
  const auto at = std::find(kinds.begin(), kinds.end(), id);
  REQUIRE(at != kinds.end());
  return static_cast<std::uint32_t>(at - kinds.begin());
}

std::string above(const std::string& accused, std::string_view kind_id) {
  const auto to = addressee_above(accused, kind(kind_id), "X", rules().route);
  return to ? to->office : "nobody";
}

}  // namespace

TEST_CASE(
    "conflict: for every accused office and kind of organisation the addressee stands above") {
  std::size_t pairs = 0;
  const RouteRules& route = rules().route;
  for (std::uint32_t k = 0; k < route.kinds.size(); ++k)
    for (const Office& accused : route.offices) {
      const auto to = addressee_above(accused.id, k, "X", route);
      ++pairs;
      if (!to) continue;
      CAPTURE(accused.id);
      CAPTURE(route.kinds[k]);
      CAPTURE(to->office);
      CHECK(to->office != accused.id);
      const Office* const office = route.office(to->office);
      REQUIRE(office != nullptr);
      CHECK(office->rank > accused.rank);
      if (route.kinds[k] == "rijksrecherche") CHECK(to->office != "rijksrecherche");
    }
  MESSAGE(pairs, " pairs of office and kind");
  CHECK(pairs > 900);
}

TEST_CASE("conflict: the table of highest authorities is followed") {
  CHECK(above("", "gemeente") == "burgemeester");
  CHECK(above("medewerker", "gemeente") == "burgemeester");
  CHECK(above("gemeentesecretaris", "gemeente") == "burgemeester");
  CHECK(above("wethouder", "gemeente") == "burgemeester");
  CHECK(above("burgemeester", "gemeente") == "commissaris_van_de_koning");
  CHECK(above("gedeputeerde", "provincie") == "commissaris_van_de_koning");
  CHECK(above("commissaris_van_de_koning", "provincie") == "minister");
  CHECK(above("dijkgraaf", "waterschap") == "commissaris_van_de_koning");
  CHECK(above("medewerker", "ministerie") == "secretaris_generaal");
  CHECK(above("secretaris_generaal", "ministerie") == "minister");
  CHECK(above("minister", "ministerie") == "nobody");
  CHECK(above("agent", "politie") == "politiechef");
  CHECK(above("politiechef", "politie") == "korpschef");
  CHECK(above("korpschef", "politie") == "minister");
  CHECK(above("rijksrechercheur", "rijksrecherche") == "college_van_pgs");
  CHECK(above("procureur_generaal", "rijksrecherche") == "minister");
  CHECK(above("bewaarder", "justitiedienst") == "hoofddirecteur");
  CHECK(above("hoofddirecteur", "justitiedienst") == "secretaris_generaal");
  CHECK(above("raad_van_bestuur", "woningcorporatie") == "raad_van_toezicht");
  CHECK(above("raad_van_toezicht", "woningcorporatie") == "autoriteit_woningcorporaties");
  CHECK(above("burgemeester", "veiligheidsregio") == "commissaris_van_de_koning");
}

TEST_CASE("conflict: a rung outside the accused's organisation carries its own") {
  const auto own = addressee_above("medewerker", kind("gemeente"), "gemeente Zeist", rules().route);
  REQUIRE(own);
  CHECK(own->organisation == "gemeente Zeist");
  const auto outside = addressee_above("korpschef", kind("politie"), "politie", rules().route);
  REQUIRE(outside);
  CHECK(outside->organisation == "ministerie van Justitie en Veiligheid");
}
