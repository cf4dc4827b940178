package org.wirecopy.intake;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Abbreviations of time zones as newsrooms print them. */
final class ZoneNames {
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("z", "Z"),
          Map.entry("utc", "Z"),
          Map.entry("gmt", "Z"),
          Map.entry("et", "America/New_York"),
          Map.entry("ct", "America/Chicago"),
          Map.entry("mt", "America/Denver"),
          Map.entry("pt", "America/Los_Angeles"),
          Map.entry("est", "-05:00"),
          Map.entry("edt", "-04:00"),
          Map.entry("cst", "-06:00"),
          Map.entry("cdt", "-05:00"),
          Map.entry("mst", "-07:00"),
          Map.entry("mdt", "-06:00"),
          Map.entry("pst", "-08:00"),
          Map.entry("pdt", "-07:00"),
          Map.entry("akst", "-09:00"),
          Map.entry("akdt", "-08:00"),
          Map.entry("hst", "-10:00"),
          Map.entry("brt", "-03:00"),
          Map.entry("art", "-03:00"),
          Map.entry("wet", "+00:00"),
          Map.entry("west", "+01:00"),
          Map.entry("bst", "+01:00"),
          Map.entry("cet", "Europe/Paris"),
          Map.entry("mez", "+01:00"),
          Map.entry("cest", "+02:00"),
          Map.entry("mesz", "+02:00"),
          Map.entry("eet", "Europe/Athens"),
          Map.entry("eest", "+03:00"),
          Map.entry("msk", "+03:00"),
          Map.entry("trt", "+03:00"),
          Map.entry("wat", "+01:00"),
          Map.entry("cat", "+02:00"),
          Map.entry("sast", "+02:00"),
          Map.entry("eat", "+03:00"),
          Map.entry("gst", "+04:00"),
          Map.entry("pkt", "+05:00"),
          Map.entry("ist", "+05:30"),
          Map.entry("npt", "+05:45"),
          Map.entry("bdt", "+06:00"),
          Map.entry("ict", "+07:00"),
          Map.entry("wib", "+07:00"),
          Map.entry("myt", "+08:00"),
          Map.entry("sgt", "+08:00"),
          Map.entry("hkt", "+08:00"),
          Map.entry("pht", "+08:00"),
          Map.entry("awst", "+08:00"),
          Map.entry("kst", "+09:00"),
          Map.entry("jst", "+09:00"),
          Map.entry("acst", "+09:30"),
          Map.entry("acdt", "+10:30"),
          Map.entry("aest", "+10:00"),
          Map.entry("aedt", "+11:00"),
          Map.entry("nzst", "+12:00"),
          Map.entry("nzdt", "+13:00"));

  private ZoneNames() {}

  /**
   * The zone an abbreviation stands for, or null. Where several places use the same letters, the
   * desk's own zone decides: IST at a desk in Dublin or Jerusalem, CST in Shanghai, BST in Dhaka.
   */
  static @Nullable ZoneId zone(String letters, ZoneId desk) {
    String name = letters.toLowerCase(Locale.ROOT);
    String place = desk.getId();
    switch (name) {
      case "ist":
        if (place.equals("Europe/Dublin")) {
          return ZoneOffset.ofHours(1);
        }
        if (place.equals("Asia/Jerusalem") || place.equals("Asia/Tel_Aviv")) {
          return ZoneOffset.ofHours(2);
        }
        break;
      case "cst":
        if (place.equals("Asia/Shanghai") || place.equals("Asia/Taipei")) {
          return desk;
        }
        break;
      case "bst":
        if (place.equals("Asia/Dhaka")) {
          return desk;
        }
        break;
      default:
        break;
    }
    String id = ZONES.get(name);
    return id == null ? null : ZoneId.of(id);
  }
}
