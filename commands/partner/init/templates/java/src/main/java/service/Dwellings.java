package service;

import java.util.List;
import java.util.Optional;

/** The dwellings: put your database here. */
final class Dwellings {
  /** A dwelling as it is kept. */
  record Dwelling(String id, double area, String keeperUscc, String tenantName) {}

  private static final List<Dwelling> KEPT =
      List.of(
          new Dwelling("1", 62.5, "11990101MB9000015E", "张三"),
          new Dwelling("2", 48, "11990101MB0001310F", "李四"));

  private Dwellings() {}

  /** The dwelling of an id. */
  static Optional<Dwelling> find(String id) {
    return KEPT.stream().filter(dwelling -> dwelling.id().equals(id)).findFirst();
  }

  /** The first dwellings. */
  static List<Dwelling> list(int first) {
    return KEPT.subList(0, Math.min(Math.max(first, 0), Math.min(100, KEPT.size())));
  }
}
