import type { Chance } from './chance.ts'

/**
 * A plant and a thing of the household: nobody could take "Bracken Teapot" for the name of a real person, and no two
 * of the lists begin alike so often that a search would find everybody.
 */
const plants =
  'Alder Angelica Anise Aspen Aster Bamboo Basil Bay Begonia Betony Bluebell Borage Bracken Bramble Briar Bryony Burdock Campion Caraway Celandine Chamomile Chervil Chicory Clover Columbine Comfrey Coriander Cornflower Cowslip Crocus Cypress Daffodil Dahlia Damson Dandelion Dill Dogwood Elder Fennel Fern Feverfew Foxglove Freesia Fuchsia Gentian Gorse Hawthorn Hazel Heather Hellebore Hemlock Honesty Hornbeam Hyssop Juniper Kale Larch Larkspur Laurel Lavender Lichen Linden Lovage Lupin Mallow Maple Marigold Marjoram Medlar Mint Mistletoe Mulberry Myrtle Nettle Nutmeg Oleander Orchid Oregano Parsley Parsnip Peony Pepper Pimpernel Plantain Poppy Primrose Privet Quince Radish Rhubarb Rosemary Rowan Rue Saffron Sage Samphire Savory Sedge Sorrel Spearmint Spindle Spruce Sumac Tansy Tarragon Teasel Thistle Thyme Turnip Valerian Verbena Vervain Vetch Walnut Willow Wisteria Woodruff Yarrow Zinnia'.split(
    ' ',
  )

const things =
  'Apron Armchair Basin Basket Bathmat Blanket Blender Bobbin Bookend Bottle Breadbin Bucket Bunting Butterdish Cabinet Canister Casserole Chandelier Clothespeg Coaster Colander Corkscrew Crockery Cupboard Curtain Cushion Decanter Doorbell Doormat Drawer Dustpan Eggcup Eggtimer Eiderdown Firelighter Flannel Flask Footstool Funnel Gasket Goblet Grater Griddle Hairbrush Hamper Hassock Hatstand Inkwell Ironing Jamjar Keyring Ladle Lampshade Lantern Mantelpiece Matchbox Mattress Mirror Mousetrap Napkin Nutcracker Ottoman Ovenglove Padlock Pantry Peeler Pillow Pincushion Placemat Plughole Quilt Radiator Ramekin Ribbon Rollingpin Saucepan Saucer Scissors Scuttle Shelf Sideboard Sieve Skewer Skillet Slipper Spatula Spoon Stepladder Stopper Strainer Tablecloth Teacosy Teapot Teaspoon Thermos Thimble Timer Toaster Toothbrush Trivet Trolley Tumbler Tweezers Umbrella Vase Wardrobe Washboard Whisk Windowsill Worktop Zipper'.split(
    ' ',
  )

export const madeUpName = (chance: Chance): string => `${chance.pick(plants)} ${chance.pick(things)}`

const trades = [
  'Stores',
  'Superstore',
  'Garden Centre',
  'Café',
  'Motors',
  'Pharmacy',
  'Hardware',
  'Newsagents',
] as const

/** A business as unmistakably made up as the people: "Thistle and Ladle Stores". */
export const madeUpBusiness = (chance: Chance): string =>
  `${chance.pick(plants)} and ${chance.pick(things)} ${chance.pick(trades)}`

/** One of the numbers that Ofcom keeps for drama: they belong to nobody and never will. */
export function dramaNumber(chance: Chance): string {
  const [range, figures] = chance.pick([
    ['01632 960', 3],
    ['07700 900', 3],
  ] as const)
  return `${range}${String(chance.below(10 ** figures)).padStart(figures, '0')}`
}
